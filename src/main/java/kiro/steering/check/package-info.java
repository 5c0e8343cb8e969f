/// Checks code against the rules of steering.
@NullMarked
package kiro.steering.check;

import org.jspecify.annotations.NullMarked;
