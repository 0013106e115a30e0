import { configure } from "@testing-library/react";

/** How long a test waits for what will come, on a machine that does other work: a wait that ends sooner loses nothing. */
configure({ asyncUtilTimeout: 8_000 });
