/// Text with places: documents whose bytes survive, and spans that point into them.
@NullMarked
package kiro.text;

import org.jspecify.annotations.NullMarked;
