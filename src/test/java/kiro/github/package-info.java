@NullMarked
package kiro.github;

import org.jspecify.annotations.NullMarked;
