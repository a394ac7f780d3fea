# Completion of fairlead in fish.

function __fairlead_complete
    set -l words (commandline --tokenize --current-process --cut-at-cursor)
    set -l current (commandline --current-token --cut-at-cursor)
    for line in ($words[1] __complete $words[2..] "$current" 2>/dev/null)
        switch $line
            case ':files*' ':folders'
                __fairlead_files "$current" (string split --no-empty ' ' -- $line)[2..]
            case '*'
                echo $line
        end
    end
end

# Offers folders, and files with these ends of their names.
function __fairlead_files
    set -l option (string match --regex -- '^--[^=]*=' $argv[1])
    for name in (__fish_complete_path (string replace --regex -- '^--[^=]*=' '' $argv[1]) | string replace --regex '\t.*' '')
        if string match --quiet -- '*/' $name
            echo "$option$name"
            continue
        end
        for end in $argv[2..]
            if string match --quiet -- "*$end" $name
                echo "$option$name"
            end
        end
    end
end

complete --command fairlead --no-files --arguments '(__fairlead_complete)'
