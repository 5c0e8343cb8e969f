/// Which lines of the code ran, as coverage tools report it.
@NullMarked
package kiro.evidence.coverage;

import org.jspecify.annotations.NullMarked;
