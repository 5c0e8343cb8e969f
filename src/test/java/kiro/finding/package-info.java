@NullMarked
package kiro.finding;

import org.jspecify.annotations.NullMarked;
