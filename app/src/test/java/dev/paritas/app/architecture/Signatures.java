package dev.paritas.app.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import java.util.Set;
import java.util.stream.Stream;

/** What a type shows of itself. */
final class Signatures {
    private Signatures() {}

    /** {@return whether users reach {@code type}: it and all around it are public or protected} */
    static boolean isOpen(JavaClass type) {
        return isOpen(type.getModifiers())
                && type.getEnclosingClass().map(Signatures::isOpen).orElse(true);
    }

    private static boolean isOpen(Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }

    /** {@return the types that the open members of {@code type} name, arguments included, and what it extends and implements} */
    static Stream<JavaClass> of(JavaClass type) {
        Stream<JavaType> above = Stream.concat(
                type.getSuperclass().stream().filter(one -> isOpen(one.toErasure())), type.getInterfaces().stream());
        Stream<JavaType> members = type.getMembers().stream()
                .filter(member -> isOpen(member.getModifiers()))
                .flatMap(Signatures::of);
        return Stream.concat(above, members).flatMap(one -> one.getAllInvolvedRawTypes().stream());
    }

    private static Stream<JavaType> of(JavaMember member) {
        return switch (member) {
            case JavaCodeUnit code ->
                Stream.concat(
                        Stream.of(code.getReturnType()),
                        Stream.concat(code.getParameterTypes().stream(), code.getThrowsClause().getTypes().stream()));
            case JavaField field -> Stream.of(field.getType());
            default -> throw new IllegalStateException("an unknown kind of member: " + member);
        };
    }
}
