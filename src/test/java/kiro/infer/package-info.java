@NullMarked
package kiro.infer;

import org.jspecify.annotations.NullMarked;
