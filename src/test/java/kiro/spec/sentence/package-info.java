@NullMarked
package kiro.spec.sentence;

import org.jspecify.annotations.NullMarked;
