"""VERBS. Each public function decorated with `@action` is one thing a person can do, named as they would say it."""
