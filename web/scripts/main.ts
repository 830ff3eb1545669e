// Everything here is a convenience: each page works without it.
import { autosave } from "./autosave";
import { copying } from "./copy";
import { counting } from "./counting";
import { errorSummary } from "./errors";
import { fileNames } from "./files";
import { goingOn } from "./going";
import { guardForms } from "./guard";
import { keyboard } from "./keyboard";
import { menu } from "./menu";
import { passkeys } from "./passkeys";
import { printing } from "./print";

errorSummary();
guardForms();
autosave();
fileNames();
copying();
counting();
keyboard();
menu();
passkeys();
printing();
goingOn();
