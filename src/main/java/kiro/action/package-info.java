/// What kiro can do itself when a hook starts, without a shell and without a model.
@NullMarked
package kiro.action;

import org.jspecify.annotations.NullMarked;
