/// What a team knows beside its code: sources, passages of them with where they stand, and how answers are joined.
@NullMarked
package kiro.knowledge;

import org.jspecify.annotations.NullMarked;
