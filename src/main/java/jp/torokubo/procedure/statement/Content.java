// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What stands in the parts of a statement. Null and empty mean that nothing has been said, never that there is nothing. */
public sealed interface Content {

    /**
     * 2.2.1.
     *
     * @param registered id of the service in the register; null before it is registered
     */
    record Service(Wording name, Set<ServiceModel> models, @Nullable UUID registered) implements Content {
        public static final Service EMPTY = new Service(Wording.NONE, Set.of(), null);

        public Service {
            models = inOrder(models);
        }
    }

    /** 2.2.2: one row for each function, also for those that stand outside. */
    record Scope(List<ScopeFunction> functions) implements Content {
        public static final Scope EMPTY = new Scope(List.of());

        public Scope {
            functions = List.copyOf(functions);
        }
    }

    /** 2.2.2: the cloud services below, none of which is inside the statement. */
    record BaseServices(boolean none, List<BaseService> services) implements Content {
        public static final BaseServices EMPTY = new BaseServices(false, List.of());

        public BaseServices {
            services = List.copyOf(services);
        }
    }

    /**
     * 2.2.3.
     *
     * @param architecture logical, from the physical layer to the application
     * @param population why items are treated as the same population (標準監査手続 3.2)
     */
    record Overview(Wording company, Wording service, Wording architecture, Wording controls, Wording population) implements Content {
        public static final Overview EMPTY = new Overview(Wording.NONE, Wording.NONE, Wording.NONE, Wording.NONE, Wording.NONE);
    }

    /** 2.2.5: the audited period, both days included. */
    record Period(@Nullable LocalDate from, @Nullable LocalDate until) implements Content {
        public static final Period EMPTY = new Period(null, null);
    }

    /**
     * 2.2.6: from the end of the period to the day of the report.
     *
     * @param none whether the provider says that there are none
     * @param reportedOn day of the assessment report; null: not known yet
     */
    record SubsequentEvents(boolean none, @Nullable LocalDate reportedOn, List<SubsequentEvent> events) implements Content {
        public static final SubsequentEvents EMPTY = new SubsequentEvents(false, null, List.of());

        public SubsequentEvents {
            events = List.copyOf(events);
        }
    }

    record SubsequentEvent(@Nullable LocalDate on, Wording what) {}

    /** 2.2.7. */
    record SpecialNotes(boolean none, Wording text) implements Content {
        public static final SpecialNotes EMPTY = new SpecialNotes(false, Wording.NONE);
    }

    /**
     * 2.2.8: the written representation (経営者確認書).
     *
     * @param authority from what the signatory's final responsibility for the security of the service follows
     * @param assured of the eight items
     */
    record Representation(Wording name, Wording office, Wording authority, @Nullable LocalDate signedOn, Set<Assurance> assured)
            implements Content {
        public static final Representation EMPTY = new Representation(Wording.NONE, Wording.NONE, Wording.NONE, null, Set.of());

        public Representation {
            assured = inOrder(assured);
        }
    }

    /**
     * @param capital ties and officers
     * @param foreignLaw risk of access or processing under a law other than Japan's
     * @param jurisdiction governing law and court of the contract
     * @param testing by third parties: what is done, and whether a customer may
     */
    record Disclosures(Wording capital, Wording foreignLaw, Wording jurisdiction, Wording testing) implements Content {
        public static final Disclosures EMPTY = new Disclosures(Wording.NONE, Wording.NONE, Wording.NONE, Wording.NONE);
    }

    record AiFunctions(boolean none, List<AiFunction> functions) implements Content {
        public static final AiFunctions EMPTY = new AiFunctions(false, List.of());

        public AiFunctions {
            functions = List.copyOf(functions);
        }
    }

    /**
     * @param model which, and where it runs
     * @param onAtFirst whether it works before anybody turns it on; null: not said
     */
    record AiFunction(Wording name, Wording what, Wording model, @Nullable Boolean external, @Nullable Boolean onAtFirst) {}

    record Subcontractors(boolean none, List<Subcontractor> subcontractors) implements Content {
        public static final Subcontractors EMPTY = new Subcontractors(false, List.of());

        public Subcontractors {
            subcontractors = List.copyOf(subcontractors);
        }
    }

    /** @param country as written; empty where not said */
    record Subcontractor(Wording name, Wording task, String country) {}

    /** The same in the order in which the values are declared, so that a part is always written down in the same way. */
    private static <E extends Enum<E>> Set<E> inOrder(Set<E> values) {
        return values.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(values));
    }

    /** What a part is before anybody has written it. */
    static Content empty(Part part) {
        return switch (part) {
            case SERVICE -> Service.EMPTY;
            case SCOPE -> Scope.EMPTY;
            case BASE_SERVICES -> BaseServices.EMPTY;
            case OVERVIEW -> Overview.EMPTY;
            case PERIOD -> Period.EMPTY;
            case SUBSEQUENT_EVENTS -> SubsequentEvents.EMPTY;
            case SPECIAL_NOTES -> SpecialNotes.EMPTY;
            case REPRESENTATION -> Representation.EMPTY;
            case DISCLOSURES -> Disclosures.EMPTY;
            case AI_FUNCTIONS -> AiFunctions.EMPTY;
            case SUBCONTRACTORS -> Subcontractors.EMPTY;
        };
    }
}
