/// The project's sources as rules see them: what names in code lead to, and which files import which.
@NullMarked
package kiro.steering.source;

import org.jspecify.annotations.NullMarked;
