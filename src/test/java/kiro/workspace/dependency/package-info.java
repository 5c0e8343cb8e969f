@NullMarked
package kiro.workspace.dependency;

import org.jspecify.annotations.NullMarked;
