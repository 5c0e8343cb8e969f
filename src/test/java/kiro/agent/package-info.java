/// The loop against scripted models, on real files, with real commands.
@NullMarked
package kiro.agent;

import org.jspecify.annotations.NullMarked;
