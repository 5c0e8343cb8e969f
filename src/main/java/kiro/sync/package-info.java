/// The spec brought in line with evidence and code.
@NullMarked
package kiro.sync;

import org.jspecify.annotations.NullMarked;
