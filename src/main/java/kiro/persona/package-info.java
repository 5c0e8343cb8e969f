/// Who works, as people describe it in files: custom agents and skills.
@NullMarked
package kiro.persona;

import org.jspecify.annotations.NullMarked;
