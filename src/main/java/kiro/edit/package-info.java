/// Changing files safely, and back.
@NullMarked
package kiro.edit;

import org.jspecify.annotations.NullMarked;
