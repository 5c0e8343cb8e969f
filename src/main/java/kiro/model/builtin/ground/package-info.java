/// Draws what a project does not store yet: types of its domain, where they are kept, and their tables.
@NullMarked
package kiro.model.builtin.ground;

import org.jspecify.annotations.NullMarked;
