% The five rules in Prolog, and their measuring: swipl prolog.pl FOLDER CASE [SIZES]. Prints JSON, as the others do.

:- use_module(library(http/json), [json_write_dict/3]).
:- use_module(library(aggregate)), use_module(library(apply)), use_module(library(lists)).
:- dynamic person/7, minimum_wage/2, subsistence_minimum/2, base/2.
:- initialization(main, main).

% --- The rules

% The newest amounts come first.
latest(Table, Day, Value) :- call(Table, Since, Value), Since =< Day, !.

ban(Person, Day) :- person(Person, From, To, _, _, _, _), From =< Day, Day < To.

listed(Person, Day) :- person(Person, _, _, From, To, _, _), From =< Day, Day < To.

barred(Person, Day) :- ban(Person, Day), !.
barred(Person, Day) :- listed(Person, Day).

head(Day, Amount) :- latest(base, Day, Base), latest(Base, Day, Amount).

cap(Person, Day, Head, Cap) :-
    listed(Person, Day), !, person(Person, _, _, _, _, Members, _), Cap is Head * (1 + Members).
cap(_, _, _, 0).

allowed(Person, Day, Cap, Allowed) :-
    person(Person, _, _, _, _, _, Requested),
    (   listed(Person, Day) -> Allowed is min(Requested, Cap) ; Allowed = Requested ).

% --- The five answers: for one person, and for the first so many

question(Person, Day, [Wage|Answer]) :-
    latest(minimum_wage, Day, Wage), head(Day, Head), answer(Person, Day, Head, Answer).

answer(Person, Day, Head, [Cap, Ban, Barred, Allowed]) :-
    cap(Person, Day, Head, Cap),
    ( ban(Person, Day) -> Ban = 1 ; Ban = 0 ),
    ( barred(Person, Day) -> Barred = 1 ; Barred = 0 ),
    allowed(Person, Day, Cap, Allowed).

everybody(People, Day, Wage-Answers) :-
    latest(minimum_wage, Day, Wage), head(Day, Head),
    findall(Answer, (between(1, People, Next), Person is Next - 1, answer(Person, Day, Head, Answer)), Answers).

% --- Measuring, with the days of measures.py

main([Folder, Case|Texts]) :-
    maplist(atom_number, Texts, Sizes),
    facts(Folder, 'law.pl', 1000, asserta),
    run(Case, Folder, Sizes).

run(cold, Folder, [Day]) :-
    facts(Folder, 'person.pl', 1, assertz), question(0, Day, Answer), atomic_list_concat(Answer, ' ', Text), writeln(Text).
run(question, Folder, []) :-
    facts(Folder, 'person.pl', 1, assertz),
    findall(Day, (between(0, 199, At), Day is 16837 + 19 * At), Days),
    findall(Day, (between(0, 199, At), Day is 16837 + 19 * At + 7), Others),
    timed(findall(Answer, (member(Day, Days), question(0, Day, Answer)), Answers), Asked),
    timed(aggregate_all(count, (member(Day, Others), barred(0, Day)), Barred), Alone),
    foldl(add(0), Answers, [0, 0, 0, 0, 0], Sums),
    append(Sums, [Barred], Checks),
    Question is Asked / 200, One is Alone / 200,
    report(_{question: Question, barred: One}, Checks).
run(people, Folder, [People]) :-
    People =< 10000, !,
    timed((facts(Folder, 'people.pl', People, assertz), everybody(People, 18779, First)), Loading),
    findall(Spent-Last, (between(1, 11, At), Day is 18779 + At, timed(everybody(People, Day, Last), Spent)), More),
    pairs_keys_values(More, Times, Answers), msort(Times, Sorted), nth0(5, Sorted, Next), last(Answers, Final),
    foldl(whole, [First, Final], [0, 0, 0, 0, 0], Checks),
    report(_{loading: Loading, next: Next}, Checks).
run(matrix, Folder, [People, Days]) :-
    People * Days =< 10000, !,
    Last is 17683 + Days - 1,
    timed(( facts(Folder, 'people.pl', People, assertz),
            findall(Found, (between(17683, Last, Day), everybody(People, Day, Found)), All) ), Spent),
    foldl(whole, All, [0, 0, 0, 0, 0], Checks),
    report(_{all: Spent}, Checks).
run(Case, _, _) :-
    unasked(Case, Why),
    json_write_dict(current_output, _{not_measured: Why, figures: _{}}, [width(0)]), nl.

unasked(floats, "amounts are whole numbers") :- !.
unasked(facts, "one ban and one entry on the list for each person") :- !.
unasked(_, "asked for at most 10,000 answers").

facts(Folder, Name, Most, Add) :-
    atomic_list_concat([Folder, /, Name], File),
    setup_call_cleanup(open(File, read, Stream), facts_of(Stream, Most, Add), close(Stream)).

facts_of(_, 0, _) :- !.
facts_of(Stream, Most, Add) :-
    read(Stream, Fact),
    (   Fact == end_of_file -> true
    ;   call(Add, Fact), Left is Most - 1, facts_of(Stream, Left, Add)
    ).

timed(Goal, Seconds) :- get_time(Start), call(Goal), get_time(End), Seconds is End - Start.

whole(Wage-Answers, [W0|Sums0], [W|Sums]) :- W is W0 + Wage, weigh_all(Answers, 0, Sums0, Sums).

weigh_all([], _, Sums, Sums).
weigh_all([Answer|Answers], At, Sums0, Sums) :-
    weigh(At, Answer, Sums0, Sums1), Next is At + 1, weigh_all(Answers, Next, Sums1, Sums).

add(At, [Wage|Answer], [W0|Sums0], [W|Sums]) :- W is W0 + Wage, weigh(At, Answer, Sums0, Sums).

weigh(At, Answer, Sums0, Sums) :- Weight is At mod 1009 + 1, maplist(weighted(Weight), Answer, Sums0, Sums).

weighted(Weight, Value, Sum0, Sum) :- Sum is Sum0 + Value * Weight.

report(Figures, Checks) :-
    json_write_dict(current_output, _{figures: Figures, checks: Checks}, [width(0)]), nl.
