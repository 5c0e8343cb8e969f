@NullMarked
package kiro.spec.rule;

import org.jspecify.annotations.NullMarked;
