/// Numbered, editable intentions.
@NullMarked
package kiro.plan;

import org.jspecify.annotations.NullMarked;
