"""The sentences of the hints: what we see and what to do, why it matters, and a few words for ✓.

No blame and no "must": a hint is advice. Fields in braces are facts of the hint, put into words by
`app/hints.py`; a test sees to it that every rule has its sentences here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from aiplanner.i18n import gettext as _


@dataclass(frozen=True, slots=True)
class Said:
    """What a rule says."""

    text: str
    """What we see, and what would help."""
    why: str
    good: str
    """When it is satisfied."""


_OF_THE_CYCLE: Mapping[str, Said] = {
    "every-phase": Said(
        _("Nothing is planned yet for {phases}. Add an item, or a task between sessions."),
        _("Each phase uses what the one before it found. Without one, the thread breaks."),
        _("Every phase has its place"),
    ),
    "every-capability": Said(
        _("No item leads on {capabilities} yet. Choose an item that could, or add one."),
        _("People grow as leaders by doing. A cycle that asks for all six helps everyone to grow."),
        _("Each capability is led on somewhere"),
    ),
}

_OF_TOPICS: Mapping[str, Said] = {
    "few-topics": Said(
        _("There are {count} topics. Choose the five that matter most, or join some."),
        _("A few topics can be asked about in full. Many make short answers."),
        _("Five topics or fewer"),
    ),
    "topic-words": Said(
        _("The topic {text} holds {words}. Ask what you would love to see in its place."),
        _("We find more of what we ask about, so a topic says where we want to go."),
        _("Topics say where you want to go"),
    ),
    "topic-plain": Said(
        _("The topic {text} holds {words}. Try words that a visitor would use."),
        _("Who does not know a word does not ask: they stay silent."),
        _("Topics are in plain words"),
    ),
    "topic-open": Said(
        _("The topic {text} holds an answer ({words}). Ask what it would be good for."),
        _("With the answer built in, there is little left to discover."),
        _("Topics leave the road open"),
    ),
    "topic-short": Said(
        _("The topic {text} has {count} words. See if 15 or fewer can say it."),
        _("A topic is said aloud in each interview, in one breath."),
        _("Topics are short"),
    ),
    "topic-asked": Said(
        _("No question asks about {text} yet. Add one, or let the guide be made from the topics."),
        _("What nobody asks about, nobody tells stories of."),
        _("Each topic is asked about"),
    ),
}

_OF_SESSIONS: Mapping[str, Said] = {
    "opens": Said(
        _("{session} starts straight with {item}. Begin with a welcome or a check-in."),
        _("A few minutes to arrive help people to speak up for the rest of the session."),
        _("Each session opens"),
    ),
    "closes": Said(
        _("{session} ends with {item}. Keep five minutes at the end for a check-out."),
        _("A close lets everyone be heard once more and makes the next step plain."),
        _("Each session closes"),
    ),
    "fits-time": Said(
        _("{session} {over}. Shorten or park an item, or plan a later end."),
        _("When time runs out it is the end that is lost, and that is where people decide."),
        _("Each session fits its time"),
    ),
    "breaks": Said(
        _("{session} runs {minutes} without a break. Put one before or after {item}."),
        _("After 75 to 90 minutes people stop listening. Some need a break sooner."),
        _("No more than 90 minutes without a break"),
    ),
    "one-form": Said(
        _("People work {form} for {minutes} by the end of {item}. Try another group form."),
        _("A change of company lets quiet people speak and wakes everyone up."),
        _("Group forms change often enough"),
    ),
    "after-lunch": Said(
        _("After {meal} comes {item}. Let people stand, walk or talk in pairs first."),
        _("Right after a meal it is hard to sit and listen."),
        _("Something active after lunch"),
    ),
    "steps-sum": Said(
        _("The steps of {item} add up to {steps}, the item to {minutes}. Make them agree."),
        _("Whoever leads it looks at the steps for the time."),
        _("Steps add up to their items"),
    ),
    "enough-materials": Said(
        _("{item} has {there} × {name} for {who}. Take {needed}, or count them for each."),
        _("Running short in the room stops the work, and someone feels left out."),
        _("Enough materials for your numbers"),
    ),
    "turns-fit": Said(
        _("{item} is planned for {turns}; your numbers make {groups}. Change one of the two."),
        _("If a turn is missing, somebody is not heard. One too many leaves a hole."),
        _("Turns for everyone who has one"),
    ),
}

_OF_QUESTIONS: Mapping[str, Said] = {
    "question-open": Said(
        _("Yes or no could answer {text}. Begin with “Tell me about …”, “What” or “How”."),
        _("An open question brings a story; a closed one brings a nod."),
        _("Questions are open"),
    ),
    "question-high-point": Said(
        _("No main question asks for a real moment yet. Add “Tell me about a time when …”."),
        _("Real moments at their best are what the dream is built from."),
        _("A question asks for a real moment"),
    ),
    "question-single": Said(
        _("{text} asks more than one thing. Keep one question and move the rest to its probes."),
        _("People answer the last thing they heard, and the rest gets lost."),
        _("One question at a time"),
    ),
    "question-towards": Said(
        _("{text} asks about {words}. Ask when it goes well, and what helps then."),
        _("People tell us about what we ask for: of trouble if we ask for trouble."),
        _("Questions ask for what works"),
    ),
}

_OF_STATEMENTS: Mapping[str, Said] = {
    "dream-horizon": Said(
        _("{text} does not say when. Agree on the year in which it has come true."),
        _("A dream with a date lets us ask what it looks like half way there."),
        _("The dream says when"),
    ),
    "statement-present": Said(
        _("{text} says {words}. Try it as if it were so today."),
        _("What we can see as real, we begin to act on."),
        _("Statements speak of now"),
    ),
    "statement-we": Said(
        _("{text} does not say “we”. Try it with “we” or “our”."),
        _("“We” tells everyone that it is theirs to do."),
        _("Statements say “we”"),
    ),
    "statement-towards": Said(
        _("{text} says {words}. Say what you do in its place."),
        _("A picture of where we go pulls us along; what we leave behind does not."),
        _("Statements say where you are going"),
    ),
    "statement-short": Said(
        _("{text} has {count} words. See if 40 or fewer can say it."),
        _("What people can remember, they can live up to."),
        _("Statements are short"),
    ),
    "statement-story": Said(
        _("No story stands behind {text} yet. Link it to one, through its theme or dream."),
        _("A statement that grew from real moments is believed: it was so once already."),
        _("A story behind each statement"),
    ),
    "statement-plain": Said(
        _("{text} says {words}. Try words that you would use at home."),
        _("A sentence that people can retell travels on its own."),
        _("Statements are in plain words"),
    ),
    "statement-destination": Said(
        _("{text} says how ({words}). Say what it is like when you are there."),
        _("Many roads may lead there; the actions choose one of them."),
        _("Statements say where, not how"),
    ),
    "statement-core": Said(
        _("Nothing of your positive core stands behind {text} yet. Link it to a theme."),
        _("We go furthest with what we are best at."),
        _("Each statement rests on your positive core"),
    ),
}

_OF_ACTIONS: Mapping[str, Said] = {
    "promise-person": Said(
        _("It is not said yet who promises {text}, or who is asked. Write a name or a part."),
        _("A promise is between people; with a name, someone can say thank you."),
        _("Each promise has a person"),
    ),
    "promise-date": Said(
        _("{text} has no date yet. Agree by when."),
        _("With a date, a small promise finds its place in the week."),
        _("Each promise has a date"),
    ),
    "action-statement": Said(
        _("No statement stands behind {text} yet. Link it to the one that it helps to come true."),
        _("People go on longer when they see what it is for."),
        _("A statement behind each action"),
    ),
    "action-person": Said(
        _("Nobody is named yet for {text}. Ask who would like to take it on."),
        _("What belongs to everyone is often done by no one."),
        _("Each action has a person"),
    ),
    "action-date": Said(
        _("{text} has no date yet. Agree by when."),
        _("A date lets people plan, and lets you notice and celebrate."),
        _("Each action has a date"),
    ),
    "action-first-step": Said(
        _("{text} has no first step yet. Ask what could be done this week."),
        _("A small first step gets people going while they still feel the energy."),
        _("Each action has a first step"),
    ),
    "action-soon": Said(
        _("The first step of {text} is {days} days after {day}. Find one within 14 days."),
        _("Energy from a session fades quickly; an early step keeps it."),
        _("First steps come within 14 days"),
    ),
    "follow-up": Said(
        _("Nobody is named who follows up after the sessions. Name a person on the overview."),
        _("Most cycles that fade had good ideas, and nobody whose job it was to ask again."),
        _("Someone follows up"),
    ),
    "review-date": Said(
        _("No day is set to look again at the actions. Add a review with a date."),
        _("A day to look again turns promises into learning."),
        _("A day to look again is set"),
    ),
}

SAID: Mapping[str, Said] = {
    **_OF_THE_CYCLE,
    **_OF_TOPICS,
    **_OF_SESSIONS,
    **_OF_QUESTIONS,
    **_OF_STATEMENTS,
    **_OF_ACTIONS,
}

OF_THE_CYCLE = frozenset(_OF_THE_CYCLE)
"""Rules that look at all sessions, even where they lead to one of them."""

REASONS: tuple[str, ...] = (
    _("We do this on purpose"),
    _("We see to it in another way"),
    _("It does not fit our group"),
    _("We shall look at it later"),
)
"""Ready reasons for leaving a hint as it is."""
