/// The specification documents: read with places, edited in place.
@NullMarked
package kiro.spec;

import org.jspecify.annotations.NullMarked;
