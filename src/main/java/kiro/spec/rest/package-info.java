/// HTTP endpoints as specs describe them: read from prose, never guessed.
@NullMarked
package kiro.spec.rest;

import org.jspecify.annotations.NullMarked;
