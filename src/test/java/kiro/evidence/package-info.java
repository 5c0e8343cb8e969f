@NullMarked
package kiro.evidence;

import org.jspecify.annotations.NullMarked;
