/// Writes what a store of a project lacks, in the technology and the style that the store has.
@NullMarked
package kiro.model.builtin.store;

import org.jspecify.annotations.NullMarked;
