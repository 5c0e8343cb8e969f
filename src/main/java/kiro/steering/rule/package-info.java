/// What a sentence of team policy asks, as a record that is told, checked at the write, in review and in CI.
@NullMarked
package kiro.steering.rule;

import org.jspecify.annotations.NullMarked;
