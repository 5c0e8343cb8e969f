/// May this happen, and why.
@NullMarked
package kiro.permission;

import org.jspecify.annotations.NullMarked;
