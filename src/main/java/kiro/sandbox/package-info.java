/// Keeping what a command can reach within what it was meant for.
@NullMarked
package kiro.sandbox;

import org.jspecify.annotations.NullMarked;
