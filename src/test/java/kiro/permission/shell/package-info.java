@NullMarked
package kiro.permission.shell;

import org.jspecify.annotations.NullMarked;
