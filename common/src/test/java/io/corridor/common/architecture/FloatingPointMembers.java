package io.corridor.common.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** A class that declares a field, parameter or result of floating point, used or not. */
final class FloatingPointMembers extends ArchCondition<JavaClass> {

  static final ArchCondition<JavaClass> DECLARED = new FloatingPointMembers();

  private FloatingPointMembers() {
    super("declare floating point");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    for (JavaField field : type.getFields()) {
      if (DomainRules.isFloatingPoint(field.getRawType())) {
        events.add(SimpleConditionEvent.satisfied(field, field.getDescription()));
      }
    }
    for (JavaCodeUnit unit : type.getCodeUnits()) {
      if (DomainRules.isFloatingPoint(unit.getRawReturnType())
          || unit.getRawParameterTypes().stream().anyMatch(DomainRules::isFloatingPoint)) {
        events.add(SimpleConditionEvent.satisfied(unit, unit.getDescription()));
      }
    }
  }
}
