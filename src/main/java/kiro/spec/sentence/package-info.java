/// Sentences of criteria taken apart: EARS forms and HTTP outcomes, with the place of every part.
@NullMarked
package kiro.spec.sentence;

import org.jspecify.annotations.NullMarked;
