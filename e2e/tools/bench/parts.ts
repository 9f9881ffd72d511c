import { audit } from "./audit";
import { browser } from "./browser";
import { checks } from "./checks";
import { growth } from "./growth";
import { memory } from "./memory";
import { pages } from "./pages";
import type { Part } from "./part";
import { reading } from "./reading";
import { requests } from "./requests";
import { signIn } from "./sign-in";
import { size } from "./size";
import { start } from "./start";

/** In the order of the table. */
export const PARTS: Part[] = [requests, pages, browser, size, start, memory, growth, signIn, audit, checks, reading];
