/// Team policy: the steering files and when they apply.
@NullMarked
package kiro.steering;

import org.jspecify.annotations.NullMarked;
