/// What a project depends on, as its manifests and lock files say.
@NullMarked
package kiro.workspace.dependency;

import org.jspecify.annotations.NullMarked;
