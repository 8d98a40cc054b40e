// The builder of questions: filters are offered in its conditions while one types, as in the box of the desk.

import { start as suggest } from "./suggest.mjs";

suggest(document);
