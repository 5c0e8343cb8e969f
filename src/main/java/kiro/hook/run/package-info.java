/// Running hooks: what happened, who may start on it, and what came of it.
@NullMarked
package kiro.hook.run;

import org.jspecify.annotations.NullMarked;
