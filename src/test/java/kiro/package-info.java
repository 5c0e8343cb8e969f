/// The whole program.
@NullMarked
package kiro;

import org.jspecify.annotations.NullMarked;
