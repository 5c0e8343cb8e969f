@NullMarked
package kiro.sync;

import org.jspecify.annotations.NullMarked;
