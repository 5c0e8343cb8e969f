/// Where settings come from: environment, the person's home, the project.
@NullMarked
package kiro.config;

import org.jspecify.annotations.NullMarked;
