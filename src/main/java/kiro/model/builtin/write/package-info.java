/// From an endpoint and a project to the files that have to change.
@NullMarked
package kiro.model.builtin.write;

import org.jspecify.annotations.NullMarked;
