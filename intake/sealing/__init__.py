"""Locks: bytes in, bytes out. The only room that imports `cryptography`; callers import from its modules.

`boxes` lock under a shared secret, `seals` to somebody's public key, `objects` seal a record, `passphrase`
guards a person's seed, `stream` an attachment. Whatever does not open raises `errors.Damaged`, always with
the same words.
"""
