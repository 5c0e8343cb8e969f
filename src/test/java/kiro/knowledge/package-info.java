@NullMarked
package kiro.knowledge;

import org.jspecify.annotations.NullMarked;
