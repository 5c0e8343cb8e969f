/// Plans as text.
@NullMarked
package kiro.plan;

import org.jspecify.annotations.NullMarked;
