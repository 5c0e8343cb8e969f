/// Source files as trees.
@NullMarked
package kiro.code;

import org.jspecify.annotations.NullMarked;
