/// What a terminal can show and what is typed at it: measured text, the part of the screen that is redrawn, keys.
@NullMarked
package kiro.cli.terminal;

import org.jspecify.annotations.NullMarked;
